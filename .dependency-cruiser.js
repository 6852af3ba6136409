/** Which folder may know which; the names are what a person reads when one is broken. */
export default {
  forbidden: [
    oneWay('the domain imports nothing but itself', '^workflows/domain/', '^workflows/domain/'),
    {
      ...oneWay('workflows import nothing else of ours', '^workflows/', '^workflows/'),
      comment: 'They are bundled and replayed: what they import must be there for ever.',
    },
    {
      name: "workflows know no package but Temporal's workflow side",
      severity: 'error',
      from: { path: '^workflows/', pathNot: '(\\.spec|-testing)\\.ts$' },
      to: {
        dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'core'],
        pathNot: '@temporalio/(workflow|common)|async-mutex',
      },
    },
    oneWay('policies import the domain only', '^policies/', '^(policies|workflows/domain)/'),
    oneWay(
      'activities import workflows, the domain and the policy’s door only',
      '^activities/',
      '^(activities|workflows|policies)/',
    ),
    oneWay(
      'the stores know the domain and nothing that is built on them',
      '^activities/store/',
      '^(activities/(store|keys)|workflows)/',
    ),
    oneWay(
      'the API imports policies, workflows and the stores, never a console or an agent',
      '^api/',
      '^(api|policies|activities|workflows)/',
    ),
    oneWay(
      'the console imports the generated contract and the domain only',
      '^console/',
      '^(console|workflows/domain|api/generated)/',
    ),
    {
      name: 'what every page of the console is made of imports no page',
      severity: 'error',
      from: {
        path: '^console/src/app/(desk|form|manage|narrow|shell|words)/',
        pathNot: '\\.spec\\.ts$',
      },
      to: {
        path: '^console/src/app/',
        pathNot: '^console/src/app/((desk|form|manage|narrow|shell|words)/|preferences\\.ts$)',
      },
    },
    {
      name: 'nothing of the console but the app itself imports the frame around its pages',
      severity: 'error',
      from: { path: '^console/src/app/', pathNot: '^console/src/app/(frame/|app[.-])' },
      to: { path: '^console/src/app/frame/' },
    },
    oneWay(
      'the agent imports the generated contract and the domain only',
      '^agent/',
      '^(agent|workflows/domain|api/generated)/',
    ),
    {
      name: 'Casbin has one door',
      severity: 'error',
      from: { path: '^(?!policies/)' },
      to: { path: 'node_modules/casbin/' },
    },
    {
      name: 'nothing imports in circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'every import is found',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'the product never imports a spec or its tools',
      severity: 'error',
      from: { pathNot: '(\\.spec|-testing)\\.ts$|/testing/|^deploy/' },
      to: { path: '(\\.spec|-testing)\\.ts$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(build|node_modules|\\.angular)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};

/** Files at `from` may import files of ours only at `to`; specs stand beside the code and may bring what they need. */
function oneWay(name, from, to) {
  return {
    name,
    severity: 'error',
    from: { path: from, pathNot: '(\\.spec|-testing)\\.ts$' },
    to: { path: '^(workflows|policies|activities|api|console|agent|deploy|bench)/', pathNot: to },
  };
}
