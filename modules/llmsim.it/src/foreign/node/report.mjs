/** Runs tests one after the other, says how each ended, and ends the process. */
export async function run(title, tests) {
  let failed = 0;
  for (const [name, test] of Object.entries(tests)) {
    try {
      await test();
      console.log("ok    ", name);
    } catch (error) {
      failed++;
      console.log("FAILED", name, error);
    }
  }
  const all = Object.keys(tests).length;
  console.log(`${title}: ${all - failed} of ${all}`);
  process.exit(failed ? 1 : 0);
}
