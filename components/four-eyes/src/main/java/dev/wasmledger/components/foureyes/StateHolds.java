package dev.wasmledger.components.foureyes;

import dev.wasmledger.components.foureyes.bindings.wasmledger.host.state.OrderedKey;
import dev.wasmledger.components.foureyes.bindings.wasmledger.host.state.OrderedRow8;
import dev.wasmledger.components.foureyes.bindings.wasmledger.host.state.OrderedRow8List;
import dev.wasmledger.components.foureyes.bindings.wasmledger.host.state.Row8;
import dev.wasmledger.components.foureyes.bindings.wasmledger.host.state.State;
import dev.wasmledger.components.foureyes.bindings.wasmledger.types.types.U128;
import dev.wasmledger.guest.UInt128;
import java.util.Optional;

/**
 * Holds in the host's tables: {@code held} has a row for each with the maker's two halves, when it expires and when it was
 * committed; {@code expiries}, at (when it expires, when it was committed), has its id.
 */
final class StateHolds implements Holds {

    /** How many expiries one scan asks for. */
    private static final int PAGE = 1_000;

    private final int held = State.openHashed8("held");
    private final int expiries = State.openOrdered8("expiries");

    @Override
    public Optional<Hold> find(U128 pendingTransfer) {
        Optional<Row8> row = State.get8(held, pendingTransfer);
        if (row.isEmpty()) {
            return Optional.empty();
        }
        Row8 fields = row.get();
        return Optional.of(new Hold(UInt128.of(fields.f0(), fields.f1()), fields.f2(), fields.f3()));
    }

    @Override
    public void add(U128 pendingTransfer, Hold hold) {
        UInt128 maker = hold.maker();
        State.put8(
                held,
                pendingTransfer,
                new Row8(maker.low(), maker.high(), hold.expiry(), hold.timestamp(), 0, 0, 0, 0));
        if (hold.expiry() != 0) {
            State.putOrdered8(
                    expiries,
                    key(hold.expiry(), hold.timestamp()),
                    new Row8(pendingTransfer.low(), pendingTransfer.high(), 0, 0, 0, 0, 0, 0));
        }
    }

    @Override
    public void remove(U128 pendingTransfer) {
        Optional<Hold> hold = find(pendingTransfer);
        if (hold.isPresent()) {
            State.remove8(held, pendingTransfer);
            if (hold.get().expiry() != 0) {
                State.removeOrdered8(
                        expiries, key(hold.get().expiry(), hold.get().timestamp()));
            }
        }
    }

    @Override
    public void forgetExpired(long now) {
        OrderedRow8List page;
        do {
            page = State.scan8(expiries, key(0, 0), key(now, -1), PAGE);
            for (OrderedRow8 expiry : page) {
                State.remove8(held, new U128(expiry.row().f0(), expiry.row().f1()));
                State.removeOrdered8(expiries, expiry.key());
            }
        } while (page.size() == PAGE);
    }

    private static OrderedKey key(long expiry, long timestamp) {
        return new OrderedKey(new U128(expiry, 0), timestamp);
    }
}
