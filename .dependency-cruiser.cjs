const npm = '^node_modules/';
const packages = (...names) => `${npm}(@types/)?(${names.join('|')})(/|$)`;

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      comment: 'Two modules that need each other are one, or a third one is missing: move what both need into it.',
      severity: 'error',
      from: { pathNot: '^test' },
      to: { circular: true },
    },
    {
      name: 'no-circular-tests',
      comment: 'A suite and its parts may share types, which are gone when it runs, and nothing else both ways.',
      severity: 'error',
      from: { path: '^test' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'domain-is-pure',
      comment: 'The domain decides from values alone. Pass in what it needs; effects belong to a use case.',
      severity: 'error',
      from: { path: '^core/domain' },
      to: { pathNot: '^core/domain' },
    },
    {
      name: 'ports-know-the-domain-only',
      comment: 'A port says in domain words what the core needs. Wire types and rows stay in their adapter.',
      severity: 'error',
      from: { path: '^core/ports' },
      to: { pathNot: '^core/(domain|ports)' },
    },
    {
      name: 'use-cases-know-ports-and-domain-only',
      comment: 'If a use case needs the world, write a port in core/ports and let an adapter do it.',
      severity: 'error',
      from: { path: '^core/use-cases' },
      to: { pathNot: '^core/(domain|ports|use-cases)' },
    },
    {
      name: 'contract-is-types-of-the-domain',
      comment: 'The contract holds types only: what crosses the wire or the boundary to the host.',
      severity: 'error',
      from: { path: '^core/contract' },
      to: { pathNot: '^core/(domain|contract)' },
    },
    {
      name: 'adapters-do-not-meet',
      comment: 'Adapters meet in adapters/container.ts only. Let a port carry what one needs of another.',
      severity: 'error',
      from: { path: '^adapters/([^/]+)/' },
      to: { path: '^adapters/', pathNot: '^adapters/$1/' },
    },
    {
      name: 'adapters-stay-below',
      comment: 'An adapter knows the core and its own technique. The stand-in console and the page are above it.',
      severity: 'error',
      from: { path: '^adapters' },
      to: { path: '^(plugin-ui|host-shim|test|scripts|migrations/console)' },
    },
    {
      name: 'only-knex-migrates-the-plugin',
      comment: 'The plugin’s tables are the business of adapters/knex.',
      severity: 'error',
      from: { path: '^(adapters|core|plugin-ui|host-shim)', pathNot: '^adapters/knex' },
      to: { path: '^migrations/plugin' },
    },
    {
      name: 'only-the-container-knows-inversify',
      comment: 'Take what you need as a constructor argument and bind it in adapters/container.ts.',
      severity: 'error',
      from: { pathNot: '^adapters/(container|tokens)\\.ts$' },
      to: { path: packages('inversify', 'reflect-metadata') },
    },
    {
      name: 'only-knex-speaks-sql',
      comment: 'Storage is behind the ports: put the statement into adapters/knex.',
      severity: 'error',
      from: { path: '^adapters/(autotask|http|jobs|secrets|memory|mbs-api)' },
      to: { path: packages('knex', 'sqlite3', 'pg') },
    },
    {
      name: 'only-http-serves',
      comment: 'Routes belong to adapters/http.',
      severity: 'error',
      from: { path: '^adapters/(autotask|knex|jobs|secrets|memory|mbs-api)' },
      to: { path: packages('fastify', '@fastify') },
    },
    {
      name: 'page-sees-the-contract-only',
      comment: 'The page talks to the server over HTTP. Put a type that both need into core/contract.',
      severity: 'error',
      from: { path: '^plugin-ui' },
      to: {
        pathNot: [
          '^plugin-ui',
          '^core/contract',
          packages('lit', '@lit', '@vaadin', 'lit-html', 'lit-element', '@lit-labs'),
        ],
      },
    },
    {
      name: 'console-uses-the-public-entry',
      comment: 'The stand-in console is a host like any other: use adapters/plugin.ts and core/contract.',
      severity: 'error',
      from: { path: '^host-shim' },
      to: {
        path: '^(core|adapters|plugin-ui|migrations)',
        pathNot: '^(adapters/plugin\\.ts|core/contract|migrations/console)',
      },
    },
    {
      name: 'practice-servers-stand-alone',
      comment: 'A practice server is a stand-in for somebody else’s service and knows nothing of ours.',
      severity: 'error',
      from: { path: '^host-shim/(practice-[^/]+)/' },
      to: { pathNot: ['^host-shim/($1|practice-server)/', npm, '^node:'], dependencyTypesNot: ['core'] },
    },
    {
      name: 'nothing-imports-tests',
      comment: 'What both need belongs to the code under test.',
      severity: 'error',
      from: { pathNot: '^test' },
      to: { path: '^test' },
    },
    {
      name: 'no-unlisted',
      comment: 'List the package among the dependencies in package.json.',
      severity: 'error',
      from: { path: '^(core|adapters|plugin-ui|host-shim|migrations)', pathNot: 'vite\\.config\\.ts$' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'npm-dev'] },
    },
    {
      name: 'not-to-unresolvable',
      comment: 'The module can’t be found: mend the path or install the package.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    tsConfig: { fileName: 'tsconfig.base.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.d.ts'],
    },
  },
};
