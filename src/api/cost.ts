/** The estimated cost of a question, from the `@cost` and `@listSize` directives of the schema. */
import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  getArgumentValues,
  getDirectiveValues,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Limits } from './limits.js';

export interface CostQuestion {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly limits: Limits;
}

/**
 * Points: a field costs its `@cost` weight, an object 1 more, and what is below a list as often as the list is
 * long: the greatest of its slicing arguments, else its assumed size, else once. Introspection is free.
 *
 * An argument beyond its own limit counts as that limit, since it is refused by a message of its own.
 */
export function costOf(question: CostQuestion): number {
  const { schema, document, operation } = question;
  const root = schema.getRootType(operation.operation);
  if (!root) return 0;
  const fragments = new Map(
    document.definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node]] : [])),
  );
  return new Reckoning(question, fragments).ofSelections(operation.selectionSet, root);
}

class Reckoning {
  readonly #question: CostQuestion;
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** A fragment is reckoned once, however often it is spread. */
  readonly #known = new Map<string, number>();

  constructor(question: CostQuestion, fragments: ReadonlyMap<string, FragmentDefinitionNode>) {
    this.#question = question;
    this.#fragments = fragments;
  }

  ofSelections(set: SelectionSetNode, parent: GraphQLCompositeType): number {
    return set.selections.reduce((sum, selection) => {
      if (selection.kind === Kind.FIELD) return sum + this.#ofField(selection, parent);
      if (selection.kind === Kind.FRAGMENT_SPREAD) return sum + this.#ofFragment(selection.name.value);
      return (
        sum + this.ofSelections(selection.selectionSet, this.#typeNamed(selection.typeCondition?.name.value) ?? parent)
      );
    }, 0);
  }

  #ofFragment(name: string): number {
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    const fragment = this.#fragments.get(name);
    const type = this.#typeNamed(fragment?.typeCondition.name.value);
    const cost = fragment && type ? this.ofSelections(fragment.selectionSet, type) : 0;
    this.#known.set(name, cost);
    return cost;
  }

  #ofField(node: FieldNode, parent: GraphQLCompositeType): number {
    const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[node.name.value] : undefined;
    if (!field) return 0;
    const own = this.#weight(field);
    const type = getNamedType(field.type);
    if (!node.selectionSet || !isCompositeType(type)) return own;
    return own + this.#listSize(field, node) * (1 + this.ofSelections(node.selectionSet, type));
  }

  #weight(field: GraphQLField<unknown, unknown>): number {
    const directive = this.#question.schema.getDirective('cost');
    const declared = directive && field.astNode ? getDirectiveValues(directive, field.astNode) : undefined;
    return typeof declared?.weight === 'number' ? declared.weight : 0;
  }

  #listSize(field: GraphQLField<unknown, unknown>, node: FieldNode): number {
    const { schema, variables, limits } = this.#question;
    const directive = schema.getDirective('listSize');
    const declared = directive && field.astNode ? getDirectiveValues(directive, field.astNode) : undefined;
    if (!declared) return 1;
    const slicing = (declared.slicingArguments ?? []) as readonly string[];
    const given = getArgumentValues(field, node, variables);
    const sizes = slicing.map((name) => given[name]).filter((size) => typeof size === 'number');
    const size = sizes.length > 0 ? Math.max(...sizes) : ((declared.assumedSize as number | undefined) ?? 1);
    return Math.min(Math.max(size, 1), Math.max(limits.first, limits.k));
  }

  #typeNamed(name: string | undefined): GraphQLCompositeType | undefined {
    const type = name === undefined ? undefined : this.#question.schema.getType(name);
    return isCompositeType(type) ? type : undefined;
  }
}
