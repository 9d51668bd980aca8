/** How deep a question may nest and how many aliases it may have, as rules of GraphQL validation. */
import {
  type ASTVisitor,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';
import { DetourError } from '../model/errors.js';
import type { Limits } from './limits.js';

/** The rules that a question is checked by before anything runs. */
export function shapeLimits(limits: Limits): readonly ValidationRule[] {
  return [
    (context) => measure(context, depthOf, limits.depth, (depth) => `is ${depth} levels deep`),
    (context) => measure(context, aliasesOf, limits.aliases, (aliases) => `has ${aliases} aliases`),
  ];
}

type Measure = (selections: SelectionSetNode, inside: FragmentMemo) => number;

function measure(context: ValidationContext, of: Measure, most: number, say: (measured: number) => string): ASTVisitor {
  const inside = new FragmentMemo(context, of);
  return {
    OperationDefinition(operation) {
      const measured = of(operation.selectionSet, inside);
      if (measured <= most) return;
      // Apollo gives every complaint of validation one code of its own; the original error keeps ours.
      const originalError = new DetourError(
        'LIMIT_EXCEEDED',
        `the question ${say(measured)}: at most ${most} are allowed`,
      );
      context.reportError(new GraphQLError(originalError.message, { nodes: operation, originalError }));
    },
  };
}

/**
 * What a fragment measures, reckoned once however often it is spread; otherwise a few lines of fragments that
 * spread each other twice would take exponential time. A fragment inside itself, which another rule refuses, is 0.
 */
class FragmentMemo {
  readonly #context: ValidationContext;
  readonly #of: Measure;
  readonly #known = new Map<string, number>();

  constructor(context: ValidationContext, of: Measure) {
    this.#context = context;
    this.#of = of;
  }

  fragment(name: string): number {
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    this.#known.set(name, 0);
    const fragment: FragmentDefinitionNode | undefined | null = this.#context.getFragment(name);
    const measured = fragment ? this.#of(fragment.selectionSet, this) : 0;
    this.#known.set(name, measured);
    return measured;
  }
}

/** Levels of fields; introspection, which cannot go on for ever, does not count. */
function depthOf(set: SelectionSetNode, inside: FragmentMemo): number {
  return set.selections.reduce((deepest, selection) => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return Math.max(deepest, inside.fragment(selection.name.value));
    if (selection.kind === Kind.INLINE_FRAGMENT) return Math.max(deepest, depthOf(selection.selectionSet, inside));
    if (selection.name.value.startsWith('__')) return deepest;
    return Math.max(deepest, 1 + (selection.selectionSet ? depthOf(selection.selectionSet, inside) : 0));
  }, 0);
}

function aliasesOf(set: SelectionSetNode, inside: FragmentMemo): number {
  return set.selections.reduce((sum, selection) => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return sum + inside.fragment(selection.name.value);
    const own = selection.kind === Kind.FIELD && selection.alias ? 1 : 0;
    return sum + own + (selection.selectionSet ? aliasesOf(selection.selectionSet, inside) : 0);
  }, 0);
}
