package guest;

import guest.test.results.echo.Echo;
import guest.test.results.echo.EmptyException;
import guest.test.results.echo.ErrorException;
import guest.test.results.echo.PlainException;
import guest.test.results.echo.Trouble;
import guest.test.results.echo.TroubleException;
import guest.test.results.echo.ValueException;
import java.util.List;

public final class Guest implements Echo {
    @Override
    public void plain(boolean ok) throws PlainException {
        if (!ok) {
            throw new PlainException();
        }
    }

    @Override
    public int value(boolean ok) throws ValueException {
        if (!ok) {
            throw new ValueException();
        }
        return -1;
    }

    @Override
    public void error(boolean ok) throws ErrorException {
        if (!ok) {
            throw new ErrorException("no");
        }
    }

    @Override
    public byte[] both(boolean ok) throws TroubleException {
        if (!ok) {
            throw new TroubleException(new Trouble.Other("broken"));
        }
        return new byte[] {1, 2};
    }

    @Override
    public List<Result<String, Trouble>> all(List<Result<String, Trouble>> v) {
        return v;
    }

    @Override
    public Result<Unit, Unit> empty(Result<Unit, Unit> v) throws EmptyException {
        return v;
    }
}
