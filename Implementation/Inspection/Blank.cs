using System.Linq.Expressions;
using System.Reflection;
using Verify.Implementation.Primitives;

namespace Verify.Implementation.Inspection;

/// <summary>
/// Compares an item with a newly created one field by field, including base classes, nested structs and objects that a
/// new item contains. The comparison is compiled once for each type and allocates nothing.
/// </summary>
internal static class Blank<T>
    where T : ZoneItem, new()
{
    private const BindingFlags Declared =
        BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>
    /// Fields that a freed item keeps: its link in the free list, and notes, which are valid only within one traversal.
    /// </summary>
    private static readonly string[] Ignored =
        [nameof(ZoneItem.NextFree), nameof(ZoneItem.TraversalRound), nameof(ZoneItem.TraversalNote)];

    /// <summary>The first field of an item that differs from that of a new one; null if none does.</summary>
    public static Func<ZoneItem, string?> FirstDifference { get; } = Compile();

    private static Func<ZoneItem, string?> Compile()
    {
        ParameterExpression any = Expression.Parameter(typeof(ZoneItem));
        ParameterExpression item = Expression.Variable(typeof(T));
        Expression none = Expression.Constant(null, typeof(string));
        Expression first = Differences(item, new T(), "")
            .Reverse()
            .Aggregate(none, (rest, field) =>
                Expression.Condition(field.Differs, Expression.Constant(field.Name), rest));
        Expression body = Expression.Block(
            [item], Expression.Assign(item, Expression.Convert(any, typeof(T))), first);
        return Expression.Lambda<Func<ZoneItem, string?>>(body, any).Compile();
    }

    private static IEnumerable<(string Name, Expression Differs)> Differences(
        Expression owner, object fresh, string path) =>
        from field in FieldsOf(fresh.GetType())
        where field.DeclaringType != typeof(ZoneItem) || !Ignored.Contains(field.Name)
        from difference in Differences(
            Expression.Field(owner, field), field.FieldType, field.GetValue(fresh), path + NameOf(field))
        select difference;

    private static IEnumerable<(string Name, Expression Differs)> Differences(
        Expression value, Type type, object? fresh, string name) =>
        type.IsPrimitive || type.IsEnum || fresh is null or string
            ? [(name, Expression.NotEqual(value, Expression.Constant(fresh, type)))]
        : type.IsArray ? [(name, Expression.Call(typeof(Blank<T>), nameof(HasAny), null, value))]
        : Differences(value, fresh, name + ".");

    /// <summary>True unless all elements are null. An array may keep its length.</summary>
    private static bool HasAny(object?[] items)
    {
        foreach (object? item in items)
        {
            if (item is not null)
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<FieldInfo> FieldsOf(Type? type) =>
        type is null ? [] : type.GetFields(Declared).Concat(FieldsOf(type.BaseType));

    /// <summary>The name of the property for a compiler-generated field.</summary>
    private static string NameOf(FieldInfo field) =>
        field.Name.StartsWith('<') ? field.Name[1..field.Name.IndexOf('>', StringComparison.Ordinal)] : field.Name;
}
