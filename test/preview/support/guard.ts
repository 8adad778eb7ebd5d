import type { Frame } from 'playwright-core';
import type { Workbench } from './workbench';

/** Something that no article may bring about. */
export interface Incident {
  readonly kind: 'script' | 'request' | 'navigation' | 'frame' | 'violation' | 'dialog';
  readonly detail: string;
}

/** A message that the preview's page has sent to the extension. */
export type SentMessage = Readonly<Record<string, unknown>> & { readonly type: string };

/** Sites of the payloads: everything that is asked of them is answered here, so that no test uses the network. */
const foreignSite = /^[a-z+.-]+:\/\/[^/]*\.example\b/i;

/** Where tests let the pictures of the workspace be: VS Code takes long to say that it has none of them. */
export const workspaceSite = 'https://workspace.example/';

/** A picture of one pixel. */
const pixel = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

/**
 * Watches over a window of VS Code from outside of its pages, where no script of an article could turn it off:
 * scripts that ran, requests, navigations, what a content security policy has refused.
 */
export class Guard {
  readonly #workbench: Workbench;
  readonly #incidents: Incident[] = [];
  readonly #sent: SentMessage[] = [];
  /** Pictures and media over https are no incident. */
  #picturesAllowed = true;
  /** What the page's policy has refused of styles and base addresses is no incident. */
  #refusalsExpected = false;

  private constructor(workbench: Workbench) {
    this.#workbench = workbench;
  }

  /** Must stand before the preview opens, because what it puts into frames goes into new ones only. */
  static async post(workbench: Workbench): Promise<Guard> {
    const guard = new Guard(workbench);
    const { page } = workbench;
    await page.exposeBinding('canary', ({ frame }) => {
      guard.#report('script', frame.url());
    });
    await page.exposeBinding('winnowSent', (_, message: SentMessage) => {
      guard.#sent.push(message);
    });
    await page.exposeBinding('winnowViolation', (_, detail: string) => {
      guard.#report('violation', detail);
    });
    await page.addInitScript(recordSentMessages);
    await page.route(foreignSite, (route) =>
      route.fulfill({
        contentType: 'image/gif',
        body: pixel,
        headers: { 'access-control-allow-origin': '*' },
      }),
    );
    const own = new URL(page.url()).origin;
    page.on('request', (request) => {
      const { protocol, hostname, origin } = new URL(request.url());
      const inside =
        origin === own ||
        request.url().startsWith(workspaceSite) ||
        ['data:', 'blob:'].includes(protocol) ||
        hostname.endsWith('.vscode-cdn.net');
      const picture = protocol === 'https:' && ['image', 'media'].includes(request.resourceType());
      if (!inside && !(picture && guard.#picturesAllowed)) {
        guard.#report('request', `${request.resourceType()} ${request.url()}`);
      }
    });
    page.on('dialog', (dialog) => {
      guard.#report('dialog', dialog.message());
      void dialog.dismiss();
    });
    page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) {
        guard.#report('violation', message.text());
      }
    });
    return guard;
  }

  /** The frame of the preview's page, with its own sensors set; from now on frames may neither come nor move. */
  async enter(): Promise<Frame> {
    const { page } = this.#workbench;
    const body = await this.#workbench.webview().locator('body').elementHandle();
    const frame = await body.ownerFrame();
    if (!frame) {
      throw new Error('The preview has no frame.');
    }
    await frame.evaluate(() => {
      document.addEventListener('securitypolicyviolation', (event) => {
        const { winnowViolation } = window as unknown as { winnowViolation: (detail: string) => void };
        winnowViolation(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`);
      });
    });
    page.on('framenavigated', (navigated) => {
      this.#report('navigation', navigated.url());
    });
    page.on('frameattached', (attached) => {
      this.#report('frame', attached.url());
    });
    return frame;
  }

  /** Whether pictures and media over https may be asked for from now on. */
  allowPictures(allowed: boolean): void {
    this.#picturesAllowed = allowed;
  }

  /**
   * Whether the HTML that the page is given holds styles and base addresses. A browser reports them as soon as it parses
   * them, even if they are never put into the page.
   */
  expectRefusals(expected: boolean): void {
    this.#refusalsExpected = expected;
  }

  /** What has happened since the last call, once all that is under way in the frame has happened. */
  async incidents(frame: Frame): Promise<readonly Incident[]> {
    await settle(frame);
    return this.#incidents.splice(0);
  }

  /** The messages to the extension since the last call. */
  async sent(frame: Frame): Promise<readonly SentMessage[]> {
    await settle(frame);
    return this.#sent.splice(0);
  }

  #report(kind: Incident['kind'], detail: string): void {
    if (
      kind === 'violation' &&
      this.#refusalsExpected &&
      /^style-src|^base-uri|^Applying inline style|^Setting the document's base URI/.test(detail)
    ) {
      return;
    }
    this.#incidents.push({ kind, detail: detail.slice(0, 300) });
  }
}

/** Two frames are drawn, so what was to load or to run has at least begun; the way back is in order after it. */
async function settle(frame: Frame): Promise<void> {
  await frame.evaluate(
    () =>
      new Promise<void>((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)));
      }),
  );
}

/** Runs in every frame: VS Code's page around the preview's hands on what that says by a port. */
function recordSentMessages(): void {
  interface Envelope {
    readonly channel?: unknown;
    readonly data?: { readonly message?: unknown };
  }
  const scope = globalThis as unknown as {
    winnowSent: (message: unknown) => void;
    /** Speaks to the extension as the page itself would. */
    winnowSend: (message: unknown) => void;
  };
  const { postMessage } = MessagePort.prototype as unknown as {
    postMessage: (this: MessagePort, data: unknown, ...rest: readonly unknown[]) => void;
  };
  MessagePort.prototype.postMessage = function (
    this: MessagePort,
    data: unknown,
    ...rest: readonly unknown[]
  ) {
    const { channel, data: content } = (data ?? {}) as Envelope;
    if (channel === 'onmessage') {
      scope.winnowSent(content?.message);
      scope.winnowSend = (message) => {
        postMessage.call(this, { channel, data: { message } }, []);
      };
    }
    postMessage.call(this, data, ...rest);
  } as MessagePort['postMessage'];
}
