package llmsim.api.render;

/** A frame's place in its answer; faults need to know it. */
public enum FrameKind {
    /** Before the first delta. */
    HEAD,
    /** Carries content, or closes a part. */
    DELTA,
    /** Ends a choice or the answer: finish, usage, end mark. */
    END
}
