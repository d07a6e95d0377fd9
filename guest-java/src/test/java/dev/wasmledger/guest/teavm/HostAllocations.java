package dev.wasmledger.guest.teavm;

import static org.assertj.core.api.Assertions.assertThat;

import com.dylibso.chicory.runtime.ExportFunction;
import com.dylibso.chicory.runtime.Instance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * A host that allocates, grows, shrinks and frees blocks of 8 bytes to 4 MiB in a guest while the guest's collector is
 * busy, and looks whether each block still holds what was written into it.
 */
final class HostAllocations {

    private static final int LEAST_BLOCK_LOG2 = 3;
    private static final int GREATEST_BLOCK_LOG2 = 22;

    /** Live bytes at once: a third of the Java heap, so that arrays on it would fit as well. */
    private static final int GREATEST_TOTAL = 8 << 20;

    private static final class Block {
        private int pointer;
        private byte[] content;
    }

    private final Instance guest;
    private final ExportFunction realloc;
    private final ExportFunction churn;
    private final Random random;
    private final List<Block> blocks = new ArrayList<>();
    private int total;

    HostAllocations(Instance guest, String realloc, long seed) {
        this.guest = guest;
        this.realloc = guest.export(realloc);
        this.churn = guest.export("churn");
        this.random = new Random(seed);
    }

    /** Does that many things, then checks and frees all blocks. */
    void run(int steps) {
        for (int step = 0; step < steps; step++) {
            switch (random.nextInt(4)) {
                case 0, 1 -> allocate();
                case 2 -> resizeOne();
                default -> freeOne();
            }
            while (total > GREATEST_TOTAL) {
                freeOne();
            }
            churn.apply(step);
            if (step % 10 == 0) {
                blocks.forEach(this::check);
            }
        }
        blocks.forEach(this::check);
        while (!blocks.isEmpty()) {
            freeOne();
        }
    }

    private void allocate() {
        Block block = new Block();
        block.content = randomBytes(randomSize());
        block.pointer = realloc(0, 0, block.content.length);
        total += block.content.length;
        write(block);
        blocks.add(block);
    }

    private void resizeOne() {
        if (blocks.isEmpty()) {
            return;
        }
        Block block = blocks.get(random.nextInt(blocks.size()));
        byte[] old = block.content;
        int size = randomSize();
        block.pointer = realloc(block.pointer, old.length, size);
        block.content = Arrays.copyOf(old, Math.min(old.length, size));
        check(block);
        block.content = randomBytes(size);
        total += size - old.length;
        write(block);
    }

    private void freeOne() {
        if (blocks.isEmpty()) {
            return;
        }
        Block block = blocks.remove(random.nextInt(blocks.size()));
        check(block);
        realloc(block.pointer, block.content.length, 0);
        total -= block.content.length;
    }

    private void write(Block block) {
        guest.memory().write(block.pointer, block.content);
    }

    private void check(Block block) {
        assertThat(Arrays.equals(guest.memory().readBytes(block.pointer, block.content.length), block.content))
                .as("block of %d bytes at %d holds what was written", block.content.length, block.pointer)
                .isTrue();
    }

    private int realloc(int oldPointer, int oldSize, int newSize) {
        return (int) realloc.apply(oldPointer, oldSize, 8, newSize)[0];
    }

    /** Small sizes are as likely as large ones. */
    private int randomSize() {
        int log2 = random.nextInt(LEAST_BLOCK_LOG2, GREATEST_BLOCK_LOG2);
        return (1 << log2) + random.nextInt((1 << log2) + 1);
    }

    private byte[] randomBytes(int size) {
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        return bytes;
    }
}
