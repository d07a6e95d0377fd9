package guest;

import guest.test.variants.echo.Echo;
import guest.test.variants.echo.Joined;
import java.util.List;

public final class Guest implements Echo {
    @Override
    public Joined one(Joined v) {
        return v;
    }

    @Override
    public List<Joined> all(List<Joined> v) {
        return v;
    }

    @Override
    public String name(Joined v) {
        return switch (v) {
            case Joined.Nothing nothing -> "nothing";
            case Joined.Byte one -> "byte " + one.value();
            case Joined.Single one -> "single";
            case Joined.Double one -> "double";
            case Joined.Wide one -> "wide " + one.value();
            case Joined.Text one -> "text " + one.value();
            case Joined.Pair one -> "pair " + one.value().first();
            case Joined.Bytes one -> "bytes " + one.value().length;
        };
    }
}
