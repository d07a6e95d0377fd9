package guest;

import guest.test.options.echo.Echo;
import java.util.List;
import java.util.Optional;

public final class Guest implements Echo {
    @Override
    public Optional<Integer> number(Optional<Integer> v) {
        return v;
    }

    @Override
    public Optional<Optional<Optional<String>>> deep(Optional<Optional<Optional<String>>> v) {
        return v;
    }

    @Override
    public List<Optional<Byte>> all(List<Optional<Byte>> v) {
        return v;
    }

    @Override
    public Optional<String> first(Optional<List<String>> v) {
        return v.isEmpty() || v.get().isEmpty() ? Optional.empty() : Optional.of(v.get().get(0));
    }
}
