package dev.wasmledger.ledger.internal.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.wasmledger.ledger.Limits;
import dev.wasmledger.ledger.bindings.wasmledger.host.state.OrderedKey;
import dev.wasmledger.ledger.bindings.wasmledger.host.state.OrderedRow8;
import dev.wasmledger.ledger.bindings.wasmledger.host.state.Row16;
import dev.wasmledger.ledger.bindings.wasmledger.host.state.Row8;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.EventList;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.U128;
import dev.wasmledger.ledger.internal.table.StateMisuseException;
import dev.wasmledger.ledger.internal.table.TableStore;
import java.util.stream.LongStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InstanceStateTest {

    private static final U128 KEY = new U128(1, 2);
    private static final Row8 ROW = new Row8(1, 2, 3, 4, 5, 6, 7, -1);
    private static final Row16 ROW16 = new Row16(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, -1);

    private final Scope scope = new Scope();
    private final TableStore store = new TableStore();
    private final InstanceState state = new InstanceState("engine", store, scope);

    @BeforeEach
    void beginCommand() {
        scope.beginCommand(1);
    }

    @Test
    void keepsRowsOfEveryKind() {
        int eight = state.openHashed8("eight");
        int sixteen = state.openHashed16("sixteen");
        int ordered = state.openOrdered8("ordered");
        int blobs = state.openBlobs("blobs");
        OrderedKey key = new OrderedKey(KEY, 3);
        state.put8(eight, KEY, ROW);
        state.put16(sixteen, KEY, ROW16);
        state.putOrdered8(ordered, key, ROW);
        state.putBlob(blobs, KEY, new byte[] {1, 2});
        assertThat(state.get8(eight, KEY)).contains(ROW);
        assertThat(state.get16(sixteen, KEY)).contains(ROW16);
        assertThat(state.getOrdered8(ordered, key)).contains(ROW);
        assertThat(state.scan8(ordered, key, key, -1)).containsExactly(new OrderedRow8(key, ROW));
        assertThat(state.getBlob(blobs, KEY))
                .hasValueSatisfying(blob -> assertThat(blob).containsExactly(1, 2));
        assertThat(state.remove8(eight, KEY)).isTrue();
        assertThat(state.remove8(eight, KEY)).isFalse();
        assertThat(state.remove16(sixteen, KEY)).isTrue();
        assertThat(state.removeOrdered8(ordered, key)).isTrue();
        assertThat(state.removeBlob(blobs, KEY)).isTrue();
        assertThat(state.get8(eight, KEY)).isEmpty();
        assertThat(state.getBlob(blobs, KEY)).isEmpty();
    }

    @Test
    void givesOneNameOneHandleAndEachInstanceItsOwnTables() {
        int table = state.openHashed8("accounts");
        state.openHashed8("others");
        assertThat(state.openHashed8("accounts")).isEqualTo(table);
        InstanceState gate = new InstanceState("gate", store, scope);
        int own = gate.openHashed8("accounts");
        state.put8(table, KEY, ROW);
        assertThat(gate.get8(own, KEY)).isEmpty();
    }

    @Test
    void refusesTablesThatWereNeverOpenedOrAreOfAnotherKind() {
        int eight = state.openHashed8("eight");
        traps("table 7 was never opened", () -> state.get8(7, KEY));
        traps("table 4294967295 was never opened", () -> state.get8(-1, KEY));
        traps(
                "table 0 is a hashed table of eight fields, not a hashed table of sixteen fields",
                () -> state.get16(eight, KEY));
        traps(
                "table 0 is a hashed table of eight fields, not an ordered table",
                () -> state.getOrdered8(eight, new OrderedKey(KEY, 0)));
        traps("table 0 is a hashed table of eight fields, not a blob table", () -> state.getBlob(eight, KEY));
        traps("table 'eight' is a hashed table of eight fields, not a blob table", () -> state.openBlobs("eight"));
    }

    @Test
    void refusesToWriteOutsideACommand() {
        int table = state.openHashed8("accounts");
        scope.endCommand();
        traps("nothing may be written outside a command", () -> state.put8(table, KEY, ROW));
        traps("nothing may be written outside a command", () -> state.remove8(table, KEY));
        traps("nothing may be written outside a command", () -> scope.emit(EventList.of()));
        assertThat(state.get8(table, KEY)).isEmpty();
    }

    @Test
    void refusesMoreThanItsLimits() {
        int ordered = state.openOrdered8("ordered");
        int blobs = state.openBlobs("blobs");
        LongStream.rangeClosed(0, Limits.SCAN_ROWS)
                .forEach(minor -> state.putOrdered8(ordered, new OrderedKey(KEY, minor), ROW));
        OrderedKey low = new OrderedKey(KEY, 0);
        OrderedKey high = new OrderedKey(KEY, -1);
        assertThat(state.scan8(ordered, low, high, Limits.SCAN_ROWS)).hasSize(Limits.SCAN_ROWS);
        traps("a scan of more than 65536 rows", () -> state.scan8(ordered, low, high, -1));
        traps(
                "a blob of 16777217 bytes; the most are 16777216",
                () -> state.putBlob(blobs, KEY, new byte[Limits.BLOB_BYTES + 1]));
    }

    @Test
    void takesEventsOnce() {
        scope.emit(EventList.of());
        traps("events were emitted a second time in one command", () -> scope.emit(EventList.of()));
    }

    private static void traps(String reason, ThrowingCallable call) {
        assertThatExceptionOfType(StateMisuseException.class).isThrownBy(call).withMessage(reason);
    }
}
