package dev.wasmledger.ledger.log;

/**
 * What the next frame stands on.
 *
 * @param head the last frame
 * @param tree covers all frames up to it
 */
record Chain(Head head, MerkleTree tree) {

    static final Chain EMPTY = new Chain(Head.ofEmptyLog(), MerkleTree.EMPTY);

    /** With one frame more. */
    Chain plus(Digest frame) {
        return new Chain(new Head(head.sequence() + 1, frame), tree.plus(frame));
    }
}
