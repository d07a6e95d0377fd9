package dev.wasmledger.ledger.internal.frame;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wasmledger.ledger.internal.table.StateMisuseException;
import dev.wasmledger.ledger.internal.table.TableStore;
import dev.wasmledger.ledger.log.Frame;
import dev.wasmledger.ledger.log.FrameKind;
import dev.wasmledger.ledger.log.LogScan;
import dev.wasmledger.ledger.log.Segments;
import dev.wasmledger.ledger.storage.StorageFile;
import dev.wasmledger.ledger.storage.VolatileStorage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that another format could have written: each decodes, or is refused as recovery expects it. */
class BodyMutationTest {

    private static final int ROUNDS = 5000;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void mutatedBodies(long seed) throws IOException {
        var random = new Random(seed);
        List<Frame> frames = frames();
        int refused = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Frame frame = mutate(frames.get(random.nextInt(frames.size())), random);
            try {
                decode(frame);
            } catch (MalformedFrameException | StateMisuseException expected) {
                refused++;
            } catch (RuntimeException thrown) {
                throw new AssertionError("seed " + seed + ", round " + round + ": " + frame, thrown);
            }
        }
        assertThat(refused).as("mutations that hurt").isBetween(ROUNDS / 4, ROUNDS - 1);
    }

    private static void decode(Frame frame) {
        if (frame.kind() == FrameKind.DEPLOYMENT) {
            DeploymentBody.read(frame).digest();
            return;
        }
        var body = new CommandBody(frame);
        body.command();
        body.answer();
        body.events();
        var tables = new TableStore();
        tables.fold(body.writes());
        tables.digest();
    }

    private static Frame mutate(Frame frame, Random random) {
        byte[] bytes = new byte[frame.body().remaining()];
        frame.body().duplicate().get(bytes);
        byte[] mutated = random.nextInt(4) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length * 2)) : bytes;
        ByteBuffer body = ByteBuffer.wrap(mutated).order(ByteOrder.LITTLE_ENDIAN);
        int changes = 1 + random.nextInt(3);
        for (int i = 0; i < changes && body.capacity() >= Integer.BYTES; i++) {
            int at = random.nextInt(body.capacity() - Integer.BYTES + 1);
            switch (random.nextInt(3)) {
                case 0 -> body.put(at, (byte) random.nextInt(256));
                case 1 -> body.put(at, (byte) (body.get(at) ^ 1 << random.nextInt(Byte.SIZE)));
                default -> body.putInt(at, random.nextBoolean() ? Integer.MAX_VALUE : random.nextInt());
            }
        }
        return new Frame(
                frame.file(),
                frame.offset(),
                frame.end(),
                frame.sequence(),
                frame.kind(),
                frame.time(),
                frame.deployment(),
                frame.digest(),
                frame.header(),
                body.asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN));
    }

    /** Those of the log that the format's own test holds. */
    private static List<Frame> frames() throws IOException {
        var storage = new VolatileStorage();
        try (StorageFile file = storage.open(Segments.name(1))) {
            String hex = Files.readString(Path.of("src/test/resources/log-format/version-4.hex"));
            file.write(ByteBuffer.wrap(HexFormat.of().parseHex(hex.replace("\n", ""))), 0);
        }
        List<Frame> frames = new ArrayList<>();
        LogScan.run(storage, frames::add);
        return frames;
    }
}
