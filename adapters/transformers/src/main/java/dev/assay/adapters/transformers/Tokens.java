package dev.assay.adapters.transformers;

/** The tokens of one text, cut but not padded. */
final class Tokens {

    private final long[] ids;
    private final long[] types;

    Tokens(long[] ids, long[] types) {
        this.ids = ids;
        this.types = types;
    }

    int length() {
        return ids.length;
    }

    void copyIds(long[] target, int from) {
        System.arraycopy(ids, 0, target, from, ids.length);
    }

    void copyTypes(long[] target, int from) {
        System.arraycopy(types, 0, target, from, types.length);
    }
}
