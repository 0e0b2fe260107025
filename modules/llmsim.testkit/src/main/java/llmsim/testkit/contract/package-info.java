/**
 * What every extension must do, as tests: implement the interface of your kind in a test class, and JUnit runs its rules.
 * The rules and their numbers are those of {@code specs/extension-contracts.md}.
 */
package llmsim.testkit.contract;
