import assert from 'node:assert/strict';
import { refusalOf } from '../../src/webview/hotlinks';

describe('Why a picture may have been refused', () => {
  const cases: readonly [address: string, refusal: string | undefined][] = [
    ['https://cdnfile.sspai.com/a.png', 'referrer'],
    ['//i.pximg.net/a.png', 'referrer'],
    ['https://sspai.com.example/a.png', 'unknown'],
    ['https://notsspai.com/a.png', 'unknown'],
    ['https://p3.byteimg.com/a.image?x-expires=1700000000&x-signature=b', 'expired'],
    ['https://a.s3.amazonaws.com/b.png?X-Amz-Expires=300', 'expired'],
    ['https://scontent.cdninstagram.com/a.jpg', 'expired'],
    ['https://example.com/expires.png?when=expires', 'unknown'],
    ['http://example.com/a.png', 'unknown'],
    ['pictures/a.png', undefined],
    ['/a.png?expires=1', undefined],
    ['data:image/png;base64,AAAA', undefined],
    ['https://[', undefined],
  ];
  for (const [address, refusal] of cases) {
    it(`is ${refusal ?? 'not asked'} for ${address}`, () => {
      assert.equal(refusalOf(address), refusal);
    });
  }
});
