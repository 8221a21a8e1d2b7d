/** A part of a letter, for the API's description. */
export const letterExample = `<!doctype html>
<html lang="da">
  <head><title>Brev</title></head>
  <body>
    <main>
      <p class="letterhead">Nyborg Kommune · Familiestue</p>
      <p>Til: db-solsikken</p>
      <h1>Svarbrev: Familiestue</h1>
      <h2>Svaret</h2>
      <p class="paragraph">Svaret er ja. Familien fik en plads den 12. november 2026. Gruppens første dag er den 11. januar 2027.</p>
    </main>
  </body>
</html>`;
