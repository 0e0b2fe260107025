/**
 * Made-up JSON values that validate against a JSON Schema: {@link llmsim.engine.schema.Schema} is read once, then gives
 * values.
 */
package llmsim.engine.schema;
