import type { ReactNode } from "react";
import { Disclosure } from "#app/ui/disclosure.tsx";

/** The reasons of a form with the rule behind each; `children` stand below them. */
export function RuleList({
  rules,
  isOpen = false,
  children,
}: {
  rules: readonly { title: string; rule: string }[];
  isOpen?: boolean;
  children?: ReactNode;
}) {
  return (
    <Disclosure summary="The rule behind each reason" isOpen={isOpen}>
      <dl className="facts reason-rules small">
        {rules.map(({ title, rule }) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{rule}</dd>
          </div>
        ))}
      </dl>
      {children}
    </Disclosure>
  );
}
