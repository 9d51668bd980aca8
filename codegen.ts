import type { CodegenConfig } from '@graphql-codegen/cli';

/** Types of our own that a GraphQL type's resolvers get as their parent. */
const answer = (name: string) => `../desk/answers.js#${name} as ${name}Parent`;
const noun = (file: string, name: string) => `../model/${file}.js#${name} as ${name}Parent`;

const config: CodegenConfig = {
  schema: 'schema.graphql',
  generates: {
    'src/api/generated.ts': {
      plugins: ['typescript', 'typescript-resolvers'],
      config: {
        useTypeImports: true,
        enumsAsTypes: true,
        immutableTypes: true,
        strictScalars: true,
        maybeValue: 'T | null | undefined',
        importExtension: '.js',
        contextType: './context.js#Context',
        scalars: {
          ID: 'string',
          Date: { input: '../model/day.js#PartialDate', output: './scalars.js#ShownDate' },
          DateTime: 'number',
          CountryCode: 'string',
          EccnCode: 'string',
          HsCode: 'string',
          Share: { input: 'string', output: '../model/share.js#Share' },
          Tpp: 'number',
          BigInt: 'number',
        },
        mappers: {
          Act: noun('shipment', 'Act'),
          CapUse: './resolvers/judgement.js#CapUse as CapUseParent',
          Carrier: answer('CarrierKind'),
          ChainExplanation: answer('ExplainAnswer'),
          ChangedHop: answer('ChangedHop'),
          ChangedRoute: answer('ChangedRoute'),
          Classification: answer('ClassificationAnswer'),
          Dataset: answer('Dataset'),
          Entity: noun('entity', 'Entity'),
          EvidenceFlag: answer('Flag'),
          ExceptionTried: './resolvers/judgement.js#ExceptionTried as ExceptionTriedParent',
          Finding: './resolvers/judgement.js#Finding as FindingParent',
          Hop: './resolvers/route.js#HopOfRoute',
          Judgement: answer('Judgement'),
          Link: noun('link', 'Link'),
          Listing: noun('listing', 'Listing'),
          Lot: answer('Lot'),
          MissingEvidence: './resolvers/score.js#Missing',
          MovementRole: './enums.js#MovementRole as MovementRoleParent',
          Product: noun('product', 'Product'),
          Regime: answer('Regime'),
          RegimeComparison: answer('ComparisonAnswer'),
          Route: answer('Route'),
          RouteConnection: './resolvers/route.js#RoutePage',
          Rule: answer('Rule'),
          RuleKind: './enums.js#RuleKind as RuleKindParent',
          Score: answer('RouteScore'),
          ScorePart: './resolvers/score.js#Part',
          Shipment: noun('shipment', 'Shipment'),
          Source: noun('provenance', 'Provenance'),
          Tier: answer('Tier'),
          Tie: answer('Tie'),
        },
      },
    },
    'src/page/generated.ts': {
      documents: 'src/page/questions/*.graphql',
      plugins: ['typescript-operations'],
      config: {
        useTypeImports: true,
        enumsAsTypes: true,
        immutableTypes: true,
        strictScalars: true,
        skipTypename: true,
        inlineFragmentTypes: 'combine',
        scalars: {
          ID: 'string',
          Date: 'string',
          DateTime: 'string',
          CountryCode: 'string',
          EccnCode: 'string',
          HsCode: 'string',
          Share: 'string',
          Tpp: 'number',
          BigInt: 'number | string',
        },
      },
    },
  },
};

export default config;
