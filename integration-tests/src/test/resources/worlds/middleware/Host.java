package host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wasmledger.runtime.Component;
import host.test.middleware.fees.Fees;
import host.test.middleware.ledger.Entry;
import host.test.middleware.ledger.EntryList;
import host.test.middleware.ledger.Refusal;
import host.test.middleware.ledger.RefusalException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

public final class Host implements Consumer<Component> {

    @Override
    public void accept(Component component) {
        List<Entry> posted = new ArrayList<>();
        Fees.Imports imports = new Fees.Imports(entries -> {
            if (entries.isEmpty()) {
                throw new RefusalException(new Refusal.Closed());
            }
            posted.addAll(entries);
            return posted.size();
        });
        try (Fees world = Fees.instantiate(component, imports)) {
            assertThat(world.ledger().post(EntryList.of(new Entry(1, 2, 30)))).isEqualTo(2);
            assertThat(posted).containsExactly(new Entry(1, 2, 30), new Entry(1, 0, 1));
            assertThatThrownBy(() -> world.ledger().post(EntryList.of(new Entry(1, 2, 1001))))
                    .isInstanceOfSatisfying(
                            RefusalException.class, e -> assertThat(e.error()).isEqualTo(new Refusal.TooMuch(1001)));
            assertThatThrownBy(() -> world.ledger().post(EntryList.of()))
                    .isInstanceOfSatisfying(
                            RefusalException.class, e -> assertThat(e.error()).isEqualTo(new Refusal.Closed()));
        } catch (RefusalException unexpected) {
            throw new AssertionError(unexpected);
        }
    }
}
