import fc from 'fast-check';
import { html } from './html.js';

it('escapes whatever is put in, in text and in attributes', () => {
  const hostile = `<script>alert("x")</script>'&`;
  expect(String(html`<p title="${hostile}">${hostile}</p>`)).toBe(
    '<p title="&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;&apos;&amp;">&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;&apos;&amp;</p>',
  );
  fc.assert(fc.property(fc.string(), (text) => !/[<>"']|&(?!(amp|lt|gt|quot|apos|#39);)/.test(String(html`${text}`))));
});

it('takes pieces, lists of pieces, numbers, and nothing', () => {
  const items = ['a', '<b>'].map((each) => html`<b>${each}</b>`);
  expect(String(html`<p>${items}${3}${0}${false}${null}${undefined}</p>`)).toBe('<p><b>a</b><b>&lt;b&gt;</b>30</p>');
});
