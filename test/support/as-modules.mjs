// Where Node can require modules, mocha requires the test files, and tsx then gives every file a second life: one for
// `require`, one for `import`. A server that a test starts is then not the one that test/support/fixtures.ts stops, and mocha
// waits for ever. Told that Node cannot, mocha imports, as production does.
Object.defineProperty(process.features, 'require_module', { value: false });
