/** Enough to know the language of a text, and few enough to be counted with every update. */
const sampleLength = 4000;

/** One Han character says about as much as this many Latin letters. */
const lettersPerHan = 4;

/**
 * The language of a text by its script, as a BCP 47 tag, so that a browser takes the right glyphs and a
 * screen reader the right voice; '' when the script does not tell.
 */
export function languageOf(text: string): 'zh' | 'ja' | 'ko' | '' {
  const sample = text.slice(0, sampleLength);
  const count = (script: RegExp): number => sample.match(script)?.length ?? 0;
  const han = count(/\p{Script=Han}/gu);
  const kana = count(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  const hangul = count(/\p{Script=Hangul}/gu);
  const latin = count(/\p{Script=Latin}/gu);
  if ((han + kana + hangul) * lettersPerHan < latin || han + kana + hangul === 0) {
    return '';
  }
  // Chinese texts quote a Japanese word now and then; Japanese ones are a third kana and more.
  return hangul > han + kana ? 'ko' : kana * 5 > han ? 'ja' : 'zh';
}
