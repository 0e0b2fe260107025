package llmsim.tokens;

import llmsim.jtokkit.api.EncodingType;

/** The vocabularies that models use. */
enum Vocabulary {
    O200K_BASE(EncodingType.O200K_BASE),
    CL100K_BASE(EncodingType.CL100K_BASE),
    P50K_BASE(EncodingType.P50K_BASE),
    R50K_BASE(EncodingType.R50K_BASE);

    private final EncodingType jtokkitType;

    Vocabulary(EncodingType jtokkitType) {
        this.jtokkitType = jtokkitType;
    }

    EncodingType jtokkitType() {
        return jtokkitType;
    }

    /** Its name as OpenAI writes it, such as {@code o200k_base}. */
    String title() {
        return jtokkitType.getName();
    }
}
