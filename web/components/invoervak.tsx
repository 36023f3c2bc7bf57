import type { ComponentProps } from 'react';

/** One line to type in, a day or a time to choose, files to send. */
export function Invoervak({ kort = false, ...eigen }: { kort?: boolean } & Omit<ComponentProps<'input'>, 'className'>) {
  const vorm = 'utrecht-textbox utrecht-textbox--html-input';
  return <input {...eigen} className={kort ? `${vorm} kort` : vorm} />;
}

/** More lines to type in. */
export function Tekstvak(eigen: Omit<ComponentProps<'textarea'>, 'className'>) {
  return <textarea {...eigen} className="utrecht-textarea utrecht-textarea--html-textarea" />;
}

/** A list that unfolds, to choose one of. */
export function Keuzevak(eigen: Omit<ComponentProps<'select'>, 'className'>) {
  const vorm = 'utrecht-select utrecht-select--html-select';
  return <select {...eigen} className={eigen['aria-invalid'] === true ? `${vorm} utrecht-select--invalid` : vorm} />;
}
