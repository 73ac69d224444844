/** What of deno.json is read here. */
interface Config {
  tasks: Record<string, { description: string; command: string }>;
  fmt?: { exclude?: string[] };
  lint?: { exclude?: string[] };
}

/** The tasks that students have. */
export const studentTasks: readonly string[] = ["lesson", "try", "nc", "doctor"];

/**
 * The deno.json of a copy: with these tasks and no others, and without settings
 * for folders that are not in the copy. `paths` are all of the copy's files,
 * with "/".
 */
export function editConfig(
  text: string,
  paths: readonly string[],
  tasks: readonly string[] = studentTasks,
): string {
  const config: Config = JSON.parse(text);
  config.tasks = Object.fromEntries(
    tasks.filter((name) => name in config.tasks)
      .map((name) => [name, config.tasks[name]]),
  );
  for (const settings of [config.fmt, config.lint]) {
    if (settings?.exclude === undefined) continue;
    settings.exclude = settings.exclude.filter((folder) =>
      paths.some((path) => path.startsWith(`${folder}/`))
    );
    if (settings.exclude.length === 0) delete settings.exclude;
  }
  return JSON.stringify(config, undefined, 2) + "\n";
}

/** The files that the tasks start: `runner/main.ts`. */
export function entriesOf(config: string): string[] {
  const { tasks }: Config = JSON.parse(config);
  return Object.values(tasks).flatMap(({ command }) =>
    command.match(/\brunner\/[\w/]+\.ts\b/g) ?? []
  );
}
