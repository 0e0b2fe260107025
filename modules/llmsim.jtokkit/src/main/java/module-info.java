/**
 * The tokenizer jtokkit (MIT licence, Knuddels GmbH &amp; Co. KG) under a package of llmsim's own.
 *
 * <p>The original jar has no module name, so jlink refuses it, and an application that uses jtokkit itself would get a
 * split package. Everything but this file is jtokkit's; its licence is {@code META-INF/LICENSE-jtokkit}.
 */
@SuppressWarnings("module") // llmsim.tokens is compiled after this module
module llmsim.jtokkit {
    exports llmsim.jtokkit to
            llmsim.tokens;
    exports llmsim.jtokkit.api to
            llmsim.tokens;
}
