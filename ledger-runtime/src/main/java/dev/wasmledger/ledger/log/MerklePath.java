package dev.wasmledger.ledger.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The way from one frame to the root of a {@link MerkleTree}: an inclusion proof as RFC 9162, section 2.1.3, has it.
 *
 * @param index the frame's place, from 0 on
 * @param size how many frames the tree covers
 * @param siblings the nodes beside the way, from the leaf up
 */
public record MerklePath(long index, long size, List<Digest> siblings) {

    public MerklePath {
        siblings = List.copyOf(siblings);
    }

    /**
     * Finds the way of one frame.
     *
     * @param frames the digests of all frames that the tree covers
     */
    static MerklePath find(int index, List<Digest> frames) {
        List<Digest> siblings = new ArrayList<>();
        find(index, frames, siblings);
        return new MerklePath(index, frames.size(), siblings);
    }

    private static void find(int index, List<Digest> frames, List<Digest> siblings) {
        if (frames.size() == 1) {
            return;
        }
        int left = Integer.highestOneBit(frames.size() - 1);
        if (index < left) {
            find(index, frames.subList(0, left), siblings);
            siblings.add(root(frames.subList(left, frames.size())));
        } else {
            find(index - left, frames.subList(left, frames.size()), siblings);
            siblings.add(root(frames.subList(0, left)));
        }
    }

    private static Digest root(List<Digest> frames) {
        MerkleTree tree = MerkleTree.EMPTY;
        for (Digest frame : frames) {
            tree = tree.plus(frame);
        }
        return tree.root();
    }

    /** The root that the way leads to from that frame (RFC 9162, section 2.1.3.2), if it has the right length. */
    Optional<Digest> rootFrom(Digest frame) {
        long at = index;
        long last = size - 1;
        if (index < 0 || index >= size) {
            return Optional.empty();
        }
        Digest node = MerkleTree.leaf(frame);
        for (Digest sibling : siblings) {
            if (last == 0) {
                return Optional.empty();
            }
            if ((at & 1) == 1 || at == last) {
                node = MerkleTree.node(sibling, node);
                while ((at & 1) == 0 && at != 0) {
                    at >>>= 1;
                    last >>>= 1;
                }
            } else {
                node = MerkleTree.node(node, sibling);
            }
            at >>>= 1;
            last >>>= 1;
        }
        return last == 0 ? Optional.of(node) : Optional.empty();
    }
}
