package guest;

import guest.test.flag_sets.echo.Echo;
import guest.test.flag_sets.echo.Flags1;
import guest.test.flag_sets.echo.Flags16;
import guest.test.flag_sets.echo.Flags17;
import guest.test.flag_sets.echo.Flags32;
import guest.test.flag_sets.echo.Flags8;
import guest.test.flag_sets.echo.Flags9;
import java.util.List;

public final class Guest implements Echo {
    @Override
    public Flags1 echo1(Flags1 v) {
        return v;
    }

    @Override
    public Flags8 echo8(Flags8 v) {
        return v;
    }

    @Override
    public Flags9 echo9(Flags9 v) {
        return v;
    }

    @Override
    public Flags16 echo16(Flags16 v) {
        return v;
    }

    @Override
    public Flags17 echo17(Flags17 v) {
        return v;
    }

    @Override
    public Flags32 echo32(Flags32 v) {
        return v;
    }

    @Override
    public List<Flags9> all(List<Flags9> v) {
        return v;
    }
}
