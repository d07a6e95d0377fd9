package host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wasmledger.runtime.Component;
import host.acme.rates.v1_2_0.rates.Rate;
import host.test.two_versions.bridging.Bridging;
import java.util.Optional;
import java.util.function.Consumer;

public final class Host implements Consumer<Component> {

    @Override
    public void accept(Component component) {
        Bridging.Imports imports = new Bridging.Imports(
                currency -> currency.isEmpty() ? Optional.empty() : Optional.of(new Rate(currency, 7)));
        try (Bridging world = Bridging.instantiate(component, imports)) {
            assertThat(world.rates().find("EUR").orElseThrow().micros()).isEqualTo(70_000);
            assertThat(world.rates().find("")).isEmpty();
        }
    }
}
