import { execFile } from 'node:child_process';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { weAreRoot } from '../system-user.js';
import { installDebianPackages } from './debian-packages.js';
import { findProgram, isExecutable } from './find-program.mjs';
import { hasApt } from './has-apt.mjs';
import type { Progress } from './progress.js';

const run = promisify(execFile);
const release = '1.38.0';

/** Finds or brings Temporal's test server, whose time leaps over waits: by the SDK's download, else from Maven (which needs Java 17 or later; as root Debian's packages bring it). Undefined when neither works here. */
export async function getTimeSkippingServer(
  cache: string,
  progress: Progress,
): Promise<string | undefined> {
  const folder = join(cache, `temporal-test-server-${release}`);
  const program = join(folder, 'temporal-test-server');
  if (isExecutable(program)) return program;
  const ways = [
    () => progress('Downloading the time-skipping server', () => download(folder, program)),
    async () => {
      await bringMaven(progress);
      await progress('Getting the time-skipping server by Maven', () => byMaven(folder, program));
    },
  ];
  for (const way of ways) {
    mkdirSync(folder, { recursive: true });
    try {
      await way();
      return program;
    } catch {
      rmSync(folder, { recursive: true, force: true }); // No internet, no Maven, no Java: the next way, or none.
    }
  }
  return undefined;
}

async function download(folder: string, program: string): Promise<void> {
  const { TestWorkflowEnvironment } = await import('@temporalio/testing');
  const server = await TestWorkflowEnvironment.createTimeSkipping({
    server: { executable: { type: 'cached-download', downloadDir: folder } },
  });
  await server.teardown();
  const { stdout } = await run('find', [folder, '-type', 'f', '-perm', '-u+x']);
  const [found] = stdout.trim().split('\n');
  if (found === undefined || found === '') throw new Error('The download left no program.');
  renameSync(found, program);
}

async function bringMaven(progress: Progress): Promise<void> {
  if (findProgram('mvn') !== undefined && findProgram('java') !== undefined) return;
  if (!weAreRoot() || !hasApt()) throw new Error('Maven or Java is missing.');
  await progress(
    "Installing Debian's packages maven and default-jre-headless on this machine",
    () => installDebianPackages(['maven', 'default-jre-headless']),
  );
}

async function byMaven(folder: string, program: string): Promise<void> {
  const pom = join(folder, 'pom.xml');
  writeFileSync(pom, projectFile);
  await run(
    'mvn',
    ['-B', '-q', '-f', pom, 'dependency:copy-dependencies', '-DoutputDirectory=jars'],
    { cwd: folder, maxBuffer: 64 * 1024 ** 2 },
  );
  writeFileSync(program, wrapper, { mode: 0o755 });
}

const wrapper = `#!/bin/sh
exec java -Xmx512m -cp "$(dirname "$0")/jars/*" io.temporal.testserver.TestServer "$@"
`;

const projectFile = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>mayday</groupId>
  <artifactId>time-skipping-server</artifactId>
  <version>1</version>
  <dependencies>
    <dependency>
      <groupId>io.temporal</groupId>
      <artifactId>temporal-test-server</artifactId>
      <version>${release}</version>
    </dependency>
    <dependency>
      <groupId>org.slf4j</groupId>
      <artifactId>slf4j-nop</artifactId>
      <version>1.7.36</version>
    </dependency>
  </dependencies>
</project>
`;
