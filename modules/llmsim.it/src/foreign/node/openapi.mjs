// The OpenAPI document of a running llmsim (LLMSIM_PLAIN_URL) against OpenAPI's own schema, which the validator brings.

import assert from "node:assert/strict";
import { Validator } from "@seriousme/openapi-schema-validator";
import { run } from "./report.mjs";

const answer = await fetch(process.env.LLMSIM_PLAIN_URL + "/llmsim/openapi.json");
const text = await answer.text();

const tests = {
  async theDocumentIsValid() {
    const validator = new Validator();
    const { valid, errors } = await validator.validate(JSON.parse(text));
    assert.ok(valid, JSON.stringify(errors, null, 2));
    assert.equal(validator.version, "3.1");
  },

  async aBrokenOneIsNot() {
    const broken = JSON.parse(text);
    delete broken.paths["/llmsim/stats"].get.responses["200"].description;
    assert.ok(!(await new Validator().validate(broken)).valid);
  },

  async everyReferenceResolves() {
    const validator = new Validator();
    await validator.validate(JSON.parse(text));
    assert.ok(!JSON.stringify(validator.resolveRefs()).includes('"$ref"'));
  },
};

await run("openapi", tests);
