import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { TextField } from "#app/ui/field.tsx";

describe("TextField", () => {
  it("ties the hint and the error to the control, hint first", () => {
    const html = renderToStaticMarkup(
      <TextField id="mail" label="Email" name="email" hint="Never shown." errors={["Enter an e-mail address."]} />,
    );
    expect(html).toContain('<label for="mail">');
    expect(html).toContain('aria-describedby="mail-hint mail-error"');
    expect(html).toContain('aria-invalid="true"');
    expect(html).toContain('id="mail-error">Enter an e-mail address.');
  });
  it("describes and marks nothing where there is nothing to say", () => {
    const html = renderToStaticMarkup(<TextField id="mail" label="Email" name="email" />);
    expect(html).not.toContain("aria-");
  });
});
