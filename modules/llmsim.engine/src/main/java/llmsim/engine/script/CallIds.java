package llmsim.engine.script;

/**
 * Makes the ids of a turn's calls: {@code call_llmsim_<n>_<call>}, with the cursor's tag before n if it has one.
 *
 * @param turn how many turns the cursor gave out before this one
 */
record CallIds(String tag, long turn) {
    /** The id of a call by its index, behind the provider's own prefix. */
    String id(String prefix, int call) {
        return prefix + "llmsim_" + (tag.isEmpty() ? "" : tag + "_") + turn + "_" + call;
    }
}
