/** `detour completions`: scripts with which a shell completes commands, options and their choices. */
import { Argument, type Command } from 'commander';
import { command } from '../options.js';
import type { Shell } from '../shell.js';

const SHELLS = ['bash', 'zsh', 'fish'] as const;

const EXAMPLES = `  $ source <(detour completions bash)
  $ source <(detour completions zsh)
  $ detour completions fish > ~/.config/fish/completions/detour.fish`;

export function addCompletions(program: Command, shell: Shell): void {
  program.addCommand(
    command('completions', 'Prints a script that completes commands and options in your shell.', [], EXAMPLES)
      .addArgument(new Argument('<shell>', 'which shell').choices(SHELLS))
      .copyInheritedSettings(program)
      .action((name: (typeof SHELLS)[number]) => shell.print(scriptFor(name, program))),
  );
}

function scriptFor(name: (typeof SHELLS)[number], program: Command): string {
  if (name === 'fish') return fish(program);
  return name === 'bash' ? bash(program) : `autoload -U +X bashcompinit && bashcompinit\n${bash(program)}`;
}

/** Choices after an option that has them, options after a dash, commands in the first place, else files. */
function bash(program: Command): string {
  const cases = program.commands.map((each) => `    ${each.name()}) words="${wordsOf(each).join(' ')}" ;;`);
  return `_detour() {
  local current="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" words=""
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${program.commands.map((each) => each.name()).join(' ')}" -- "$current"))
    return
  fi
  case "\${COMP_WORDS[1]} $before" in
${choicesOf(program)
  .map(
    ({ name, flag, choices }) =>
      `    "${name} ${flag}") COMPREPLY=($(compgen -W "${choices.join(' ')}" -- "$current")); return ;;`,
  )
  .join('\n')}
  esac
  case "\${COMP_WORDS[1]}" in
${cases.join('\n')}
  esac
  if [ "\${current:0:1}" = - ] || [ -z "\${words##[a-z]*}" ]; then COMPREPLY=($(compgen -W "$words" -- "$current"));
  else COMPREPLY=($(compgen -f -- "$current")); fi
}
complete -o filenames -F _detour detour
`;
}

function fish(program: Command): string {
  const lines = program.commands.flatMap((each) => [
    `complete -c detour -n __fish_use_subcommand -f -a ${each.name()} -d '${quoted(each.description())}'`,
    ...each.options.flatMap(({ long, description, argChoices, hidden }) => {
      if (hidden || !long) return [];
      const choices = argChoices ? ` -x -a '${argChoices.join(' ')}'` : '';
      return `complete -c detour -n '__fish_seen_subcommand_from ${each.name()}' -l ${long.slice(2)}${choices} -d '${quoted(description)}'`;
    }),
    ...each.commands.map((inner) => {
      return `complete -c detour -n '__fish_seen_subcommand_from ${each.name()}' -f -a ${inner.name()} -d '${quoted(inner.description())}'`;
    }),
  ]);
  return `${lines.join('\n')}\n`;
}

/** Commands within a command, its own options, and those of the commands within. */
function wordsOf(each: Command): string[] {
  const options = [each, ...each.commands].flatMap((one) => one.options.filter(({ hidden }) => !hidden));
  const flags = options.flatMap(({ long }) => (long ? [long] : []));
  return [...each.commands.map((inner) => inner.name()), ...new Set([...flags, '--help'])];
}

function choicesOf(program: Command) {
  return program.commands.flatMap((each) =>
    each.options.flatMap(({ long, argChoices }) => {
      return long && argChoices ? [{ name: each.name(), flag: long, choices: argChoices }] : [];
    }),
  );
}

function quoted(text: string): string {
  return text.replaceAll("'", "\\'");
}
