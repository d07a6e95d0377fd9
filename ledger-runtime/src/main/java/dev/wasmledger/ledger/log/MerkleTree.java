package dev.wasmledger.ledger.log;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The Merkle tree over the digests of all frames so far (RFC 9162, section 2.1), of which only the roots of its perfect
 * subtrees are kept. It lets somebody who knows a log's head check that a frame is in it without reading the others.
 *
 * @param size how many frames it covers
 * @param peaks the roots of its perfect subtrees, the largest first: one for each bit of {@code size} that is set
 */
public record MerkleTree(long size, List<Digest> peaks) {

    static final MerkleTree EMPTY = new MerkleTree(0, List.of());

    private static final ByteBuffer LEAF = ByteBuffer.wrap(new byte[] {0});
    private static final ByteBuffer NODE = ByteBuffer.wrap(new byte[] {1});

    public MerkleTree {
        peaks = List.copyOf(peaks);
        if (peaks.size() != Long.bitCount(size)) {
            throw new IllegalArgumentException(peaks.size() + " peaks of a tree of " + size);
        }
    }

    /** The tree with one frame more. */
    MerkleTree plus(Digest frame) {
        List<Digest> next = new ArrayList<>(peaks);
        Digest node = leaf(frame);
        for (long full = size; (full & 1) == 1; full >>>= 1) {
            node = node(next.removeLast(), node);
        }
        next.add(node);
        return new MerkleTree(size + 1, next);
    }

    /** The tree's root; of an empty one, the digest of nothing. */
    Digest root() {
        if (peaks.isEmpty()) {
            return Digest.of();
        }
        Digest root = peaks.getLast();
        for (int i = peaks.size() - 2; i >= 0; i--) {
            root = node(peaks.get(i), root);
        }
        return root;
    }

    static Digest leaf(Digest frame) {
        return Digest.of(LEAF, frame.bytes());
    }

    static Digest node(Digest left, Digest right) {
        return Digest.of(NODE, left.bytes(), right.bytes());
    }
}
