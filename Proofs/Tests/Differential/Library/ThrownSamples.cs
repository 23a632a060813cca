namespace Verify.Proofs.Tests.Differential.Library;

/// <summary>Exceptions as objects: their constructors run, and the caught object is the thrown one.</summary>
internal static class ThrownSamples
{
    public static int FieldsOf(int a)
    {
        try
        {
            throw new MarkedException(a);
        }
        catch (CodedException thrown)
        {
            thrown.Code += 2;
            return thrown.Code + (thrown is IMarked marked ? marked.Mark : -1) + (thrown is IShape ? 1000 : 0);
        }
    }

    public static int FailsWhileMade(int divisor)
    {
        try
        {
            throw new FailingException(divisor);
        }
        catch (FailingException thrown)
        {
            return thrown.Quotient;
        }
        catch (ArithmeticException)
        {
            return -1;
        }
    }

    public static bool SameWhenThrownAgain(bool byName, int a)
    {
        CodedException made = new(a);
        CodedException? caught = null;
        try
        {
            try
            {
                throw made;
            }
            catch (CodedException thrown)
            {
                thrown.Code++;
                caught = thrown;
                if (!byName)
                {
                    throw;
                }
            }

            throw caught;
        }
        catch (CodedException thrown)
        {
            return ReferenceEquals(thrown, made) && thrown.Code == a + 1;
        }
    }

    public static int CaughtByTypeParameter(byte which) =>
        Caught<MarkedException>(which) + (10 * Caught<CodedException>(which)) + (100 * Caught<Exception>(which));

    public static int Escapes(byte which, int a) => (which % 3) switch
    {
        0 => throw new MarkedException(a),
        1 => throw new CodedException(a),
        _ => a,
    };

    public static int ThrowsNothing(bool isNull)
    {
        try
        {
            throw isNull ? null! : new CodedException(1);
        }
        catch (NullReferenceException)
        {
            return -1;
        }
        catch (CodedException thrown)
        {
            return thrown.Code;
        }
    }

    public static int SaysWhatItWasTold(bool which, int a)
    {
        Exception inner = new CodedException(a);
        Exception made = which ? new MarkedException(a) : new InvalidOperationException("inner", inner);
        return made.Message.Length + (ReferenceEquals(made.InnerException, inner) ? 100 : 0) + made.HResult;
    }

    public static bool NamesItsArgument(byte which) =>
        new ArgumentException("text", StringSamples.Pick(which)).ParamName == "ab";

    public static int NullArguments(byte which)
    {
        try
        {
            ArgumentNullException.ThrowIfNull(StringSamples.Pick(which));
            ArgumentOutOfRangeException.ThrowIfLessThan(which, (byte)3);
            return 1;
        }
        catch (ArgumentNullException thrown)
        {
            return thrown.ParamName!.Length;
        }
        catch (ArgumentException thrown)
        {
            return thrown.ParamName == "which" ? -1 : -2;
        }
    }

    private static int Caught<T>(byte which)
        where T : Exception
    {
        try
        {
            return Escapes(which, 1);
        }
        catch (T)
        {
            return 2;
        }
        catch (CodedException)
        {
            return 3;
        }
    }
}
