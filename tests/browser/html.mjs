// What this file is: html-validate with the rules the pages are held to.
// What it is not: accessibility in a browser; axe is. Rule kept: no rule is switched off but those of layout and those
// that ask for what pages need not (integrity of one's own files).
import { need } from './browser.mjs';

const { HtmlValidate } = need('html-validate');
const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    'no-inline-style': 'error',
    'valid-id': ['error', { relaxed: true }],  // ids of units have a slash, as HTML allows
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'button', 'submit'] }],
    'void-style': 'off',
    'no-trailing-whitespace': 'off',
    'long-title': 'off',
    'attribute-boolean-style': 'off',
    'require-sri': 'off',
  },
});

/** What is wrong with a page, a line for each. */
export async function findings(html) {
  const report = await validator.validateString(html);
  return report.results.flatMap((one) => one.messages.map((m) => `${m.line}:${m.column} ${m.ruleId} ${m.message}`));
}
