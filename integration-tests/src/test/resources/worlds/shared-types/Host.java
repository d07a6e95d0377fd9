package host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wasmledger.runtime.Component;
import host.test.shared_types.banking.Banking;
import host.test.shared_types.types.Money;
import host.test.shared_types.types.Rights;
import java.util.List;
import java.util.function.Consumer;

public final class Host implements Consumer<Component> {

    @Override
    public void accept(Component component) {
        try (Banking world = Banking.instantiate(component)) {
            assertThat(world.bank().total(List.of(new Money(40, "EUR"), new Money(2, "USD")))).isEqualTo(42);
            assertThat(world.bank().may(Rights.READ)).isFalse();
            assertThat(world.bank().may(Rights.READ.with(Rights.WRITE))).isTrue();
        }
    }
}
