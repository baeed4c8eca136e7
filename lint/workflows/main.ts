import { allowPlainJsonImports } from '../json-import-hook.ts';
import { runLinter } from './command.ts';
import { loadLanguageService } from './language-service.ts';
import { openRepository } from './repository.ts';

// node lint/workflows/main.ts, at the root of the repository
allowPlainJsonImports();
process.exitCode = await runLinter({
  repository: openRepository(process.cwd()),
  validate: await loadLanguageService(),
  onRunner: process.env['GITHUB_ACTIONS'] === 'true',
  print: (line) => {
    console.log(line);
  },
});
