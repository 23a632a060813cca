using System.Globalization;
using Verify.Proofs.Terms;

namespace Verify.Proofs.Running;

/// <summary>One integer among the inputs of a harness: a parameter, or a field of one.</summary>
/// <param name="Name">Parameter and fields, separated by dots.</param>
/// <param name="Type">An integer, bool, char or enum.</param>
internal sealed record HarnessInput(string Name, Type Type)
{
    /// <summary>Significant bits: one for a bool.</summary>
    public int Width => Type == typeof(bool) ? 1 : 8 * Size(Type);

    /// <summary>True if a value of the type is a single integer.</summary>
    public static bool IsScalar(Type type) => Type.GetTypeCode(type) is >= TypeCode.Boolean and <= TypeCode.UInt64;

    /// <summary>Makes a value of the type from its bits.</summary>
    public static object ToObject(Type type, ulong bits)
    {
        unchecked
        {
            object integer = Type.GetTypeCode(type) switch
            {
                TypeCode.Boolean => bits != 0,
                TypeCode.Char => (char)bits,
                TypeCode.SByte => (sbyte)bits,
                TypeCode.Byte => (byte)bits,
                TypeCode.Int16 => (short)bits,
                TypeCode.UInt16 => (ushort)bits,
                TypeCode.Int32 => (int)bits,
                TypeCode.UInt32 => (uint)bits,
                TypeCode.Int64 => (long)bits,
                _ => bits,
            };
            return type.IsEnum ? Enum.ToObject(type, integer) : integer;
        }
    }

    /// <summary>The bits of a value, zero-extended: the inverse of <see cref="ToObject"/>.</summary>
    public static ulong ToBits(object value)
    {
        Type type = value.GetType();
        var bits = Type.GetTypeCode(type) is TypeCode.UInt64
            ? Convert.ToUInt64(value, CultureInfo.InvariantCulture)
            : (ulong)Convert.ToInt64(value, CultureInfo.InvariantCulture);
        return Bits.Truncate(bits, new HarnessInput("", type).Width);
    }

    /// <summary>The value in decimal, or its name.</summary>
    public string Text(ulong bits) => Convert.ToString(ToObject(Type, bits), CultureInfo.InvariantCulture)!;

    private static int Size(Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.SByte or TypeCode.Byte => 1,
        TypeCode.Char or TypeCode.Int16 or TypeCode.UInt16 => 2,
        TypeCode.Int32 or TypeCode.UInt32 => 4,
        _ => 8,
    };
}
