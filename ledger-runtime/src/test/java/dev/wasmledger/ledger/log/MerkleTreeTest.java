package dev.wasmledger.ledger.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MerkleTreeTest {

    private static final int SIZE = 40;

    @Test
    void hasTheRootThatTheStandardDefines() {
        List<Digest> frames = frames();
        MerkleTree tree = MerkleTree.EMPTY;
        for (int size = 0; size <= SIZE; size++) {
            assertThat(tree.root()).as("size " + size).isEqualTo(defined(frames.subList(0, size)));
            tree = tree.plus(Digest.of(ByteBuffer.wrap(new byte[] {(byte) size})));
        }
    }

    @Test
    void leadsFromEveryFrameToTheRootAndFromNoOther() {
        List<Digest> frames = frames();
        for (int size = 1; size <= SIZE; size++) {
            Digest root = defined(frames.subList(0, size));
            for (int index = 0; index < size; index++) {
                MerklePath path = MerklePath.find(index, frames.subList(0, size));
                assertThat(path.rootFrom(frames.get(index))).contains(root);
                assertThat(path.rootFrom(frames.get(SIZE))).isNotEqualTo(Optional.of(root));
                var moved = new MerklePath(index + 1, size, path.siblings());
                assertThat(moved.rootFrom(frames.get(index))).isNotEqualTo(Optional.of(root));
                if (size > 1) {
                    var shortened = new MerklePath(
                            index,
                            size,
                            path.siblings().subList(1, path.siblings().size()));
                    assertThat(shortened.rootFrom(frames.get(index))).isNotEqualTo(Optional.of(root));
                }
            }
        }
    }

    /** RFC 9162, section 2.1.1, as it is written there. */
    private static Digest defined(List<Digest> frames) {
        if (frames.isEmpty()) {
            return Digest.of();
        }
        if (frames.size() == 1) {
            return MerkleTree.leaf(frames.get(0));
        }
        int k = 1;
        while (2 * k < frames.size()) {
            k *= 2;
        }
        return MerkleTree.node(defined(frames.subList(0, k)), defined(frames.subList(k, frames.size())));
    }

    private static List<Digest> frames() {
        List<Digest> frames = new ArrayList<>();
        for (int i = 0; i <= SIZE; i++) {
            frames.add(Digest.of(ByteBuffer.wrap(new byte[] {(byte) i})));
        }
        return frames;
    }
}
