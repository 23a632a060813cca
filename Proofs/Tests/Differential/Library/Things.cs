namespace Verify.Proofs.Tests.Differential.Library;

/// <summary>An object of each kind.</summary>
internal static class Things
{
    public static object? Pick(Thing which) => which switch
    {
        Thing.Null => null,
        Thing.Text => "a",
        Thing.Node => new SampleNode(5, null),
        Thing.Integer => 5,
        Thing.Enum => Colour.Green,
        Thing.Struct => new Dot(4),
        Thing.ArrayOfTexts => new string[1],
        Thing.ArrayOfIntegers => new int[2],
        Thing.Exception => new MarkedException(4),
        Thing.Implementing => new Square(2),
        Thing.Octet => (byte)1,
        _ => new object(),
    };
}
