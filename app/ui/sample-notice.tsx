import type { ReactNode } from "react";

/** On every page that shows data made up for trying the product out. */
export function SampleNotice({ children }: { children: ReactNode }) {
  return (
    <aside className="sample-notice" aria-label="About the data">
      <strong>Sample data. </strong>
      {children}
    </aside>
  );
}
