package guest;

import guest.acme.rates.v2_0_0.rates.Rate;
import guest.acme.rates.v2_0_0.rates.Rates;
import java.util.Optional;

public final class Guest implements Rates {

    @Override
    public Optional<Rate> find(String currency) {
        return guest.acme.rates.v1_2_0.rates.Rates.find(currency)
                .map(rate -> new Rate(rate.currency(), rate.cents() * 10_000L));
    }
}
