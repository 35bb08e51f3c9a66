import { address, type Where } from '../where.js'
import { Avatar } from './avatar.js'
import { icons } from './icons.js'

/** The first question to each person: two answers, equally easy. */
export function Welcome({ where }: { where: Where }) {
  const { welcome } = where.words
  const parts = [
    { text: welcome.read, Icon: icons.eye },
    { text: welcome.kept, Icon: icons.box },
    { text: welcome.seen, Icon: icons.lock },
  ]
  const target = address(where, '/playground/welcome')
  return (
    <div class="welcome">
      <form class="welcome__card" method="post" action={target}>
        <p class="welcome__hello">
          <Avatar of={where.me} />
          {welcome.hello(where.me.name.split(' ')[0]!)}
        </p>
        <h2>{welcome.title}</h2>
        <p class="welcome__intro">{welcome.intro}</p>
        <dl>
          {parts.map(({ text, Icon }) => (
            <div>
              <dt>
                <Icon />
                {text[0]}
              </dt>
              <dd>{text[1]}</dd>
            </div>
          ))}
        </dl>
        <div class="welcome__buttons">
          <button type="submit" class="button" name="join" value="yes">
            {welcome.join}
          </button>
          <button type="submit" class="button" name="join" value="no">
            {welcome.without}
          </button>
        </div>
        <p class="quiet">{welcome.note}</p>
      </form>
    </div>
  )
}
