console.log('pre-if ran on', process.versions.node.split('.')[0]);
