import type { ViewLevel, ViewProfile } from './protocol';

/** Words that the page says without asking; localised by the host. */
export interface PreviewStrings {
  readonly embedded: string;
  readonly imageBlocked: string;
  readonly imageFailed: string;
  /** Why a picture of another host may have failed: nothing is known of the host. */
  readonly imageRefused: string;
  /** The host asks which page shows the picture, and the preview does not say. */
  readonly imageNeedsReferrer: string;
  /** The address was good for some time only. */
  readonly imageExpired: string;
  /** '' when pictures of other hosts may not be loaded, whoever asks. */
  readonly imageLoad: string;
  /** A link to a picture of another host. */
  readonly imageOpen: string;
  /** A link to a picture of the workspace. */
  readonly fileOpen: string;
  /** A link to where the picture led. */
  readonly imageLink: string;
  /** Names a table that has no caption. */
  readonly table: string;
  /** Told to assistive technology. */
  readonly updated: string;
  /** Names code. */
  readonly code: string;
  readonly toolbar: ToolbarStrings;
  readonly hidden: HiddenStrings;
  readonly badge: BadgeStrings;
  readonly pictures: PicturesStrings;
}

export interface ToolbarStrings {
  /** Names the toolbar to assistive technology. */
  readonly label: string;
  readonly mode: string;
  readonly clean: string;
  readonly original: string;
  readonly level: string;
  readonly levels: Readonly<Record<ViewLevel, string>>;
  readonly profile: string;
  readonly profiles: Readonly<Record<ViewProfile, string>>;
  readonly compare: string;
  readonly compareHint: string;
}

export interface HiddenStrings {
  readonly show: string;
  readonly keep: string;
  readonly remove: string;
  readonly stays: string;
}

export interface BadgeStrings {
  readonly show: string;
}

export interface PicturesStrings {
  /** Such as "{0} pictures from elsewhere are not loaded."; the page puts the number in. */
  readonly one: string;
  readonly many: string;
  readonly once: string;
  readonly always: string;
}
