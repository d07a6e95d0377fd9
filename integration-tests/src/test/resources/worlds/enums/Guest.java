package guest;

import guest.test.enums.echo.Color;
import guest.test.enums.echo.Echo;
import guest.test.enums.echo.Many;
import java.util.List;

public final class Guest implements Echo {
    @Override
    public Color one(Color v) {
        return v;
    }

    @Override
    public List<Many> all(List<Many> v) {
        return v;
    }

    @Override
    public Many next(Many v) {
        return Many.values()[(v.ordinal() + 1) % Many.values().length];
    }
}
