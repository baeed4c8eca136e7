console.log('no-post ran');
