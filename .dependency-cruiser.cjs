/** Imports run one way: app, capabilities, platform; pages may use ui. A capability is reached through its index only. */
module.exports = {
  forbidden: [
    { name: 'no-circular', comment: 'Nothing needs itself.', severity: 'error', from: { pathNot: 'test' }, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    { name: 'capability-by-index-only', comment: 'Capabilities meet through their index.ts.', severity: 'error',
      from: { path: '^capabilities/([^/]+)/' }, to: { path: '^capabilities/([^/]+)/.+', pathNot: ['^capabilities/$1/', '^capabilities/[^/]+/index\\.tsx?$'] } },
    { name: 'app-by-index-only', comment: 'The application knows capabilities by their index.ts.', severity: 'error',
      from: { path: '^app/', pathNot: '\\.test\\.tsx?$' }, to: { path: '^capabilities/', pathNot: '^capabilities/[^/]+/index\\.tsx?$' } },
    { name: 'platform-knows-no-capability', comment: 'platform serves every capability and needs none.', severity: 'error',
      from: { path: '^platform/', pathNot: '\\.test\\.tsx?$' }, to: { path: '^(capabilities|app)/' } },
    { name: 'ui-knows-no-capability', comment: 'ui shows; it knows no word from care or welfare.', severity: 'error',
      from: { path: '^ui/', pathNot: '\\.test\\.tsx?$' }, to: { path: '^(capabilities|app|db)/' } },
    { name: 'capabilities-not-up', comment: 'A capability does not know the application around it.', severity: 'error',
      from: { path: '^capabilities/', pathNot: '\\.(test|world)\\.tsx?$' }, to: { path: '^(app|tests|bench|scripts)/' } },
    { name: 'product-without-tests', comment: 'What runs does not import what tests.', severity: 'error',
      from: { path: '^(app|platform|ui|capabilities|db)/', pathNot: '(\\.test\\.tsx?$|\\.world\\.tsx?$)' }, to: { path: '(^tests/|\\.test\\.tsx?$|\\.world\\.tsx?$)' } },
    { name: 'not-resolvable', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '^(node:|cloudflare)' } },
    { name: 'declared-only', comment: 'What runs comes from the run-time dependencies.', severity: 'error',
      from: { path: '^(app|platform|ui|capabilities|db)/', pathNot: '\\.(test|world)\\.tsx?$' }, to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], pathNot: '^node_modules/@types/' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|\\.node|data)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default'], extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'] },
  },
}
