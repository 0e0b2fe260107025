/**
 * Rate limits and spend caps: buckets from which each request takes, and the gates before them. {@code
 * specs/rate-limits.md} has the rules.
 */
package llmsim.engine.limit;
